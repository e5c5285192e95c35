import { describe, expect, it } from '@jest/globals';
import { NotFoundException } from '@nestjs/common';
import { TooMany } from '#account';
import { EventUnknown } from '#event';
import { LANGUAGES, problemOf } from '#language';
import { RegistrationNotYetOpen } from '#registration';
import { LARGEST_BODY } from '../http/largest-body.js';
import { newcomerBody } from '../registrations/registration.schema.js';
import { sayProblem } from './say-problem.js';

const said = (error: unknown, language = 'en' as (typeof LANGUAGES)[number]) =>
  sayProblem(problemOf(error, LARGEST_BODY), language);

describe('A problem', () => {
  it('of a refusal has its status, a name for programs and a sentence for people', () => {
    expect(said(new RegistrationNotYetOpen())).toEqual({
      type: '/api/docs#registration-not-yet-open',
      title: 'This is not possible',
      status: 409,
      detail: 'Registration is not open yet.',
    });
    expect(said(new EventUnknown()).type).toBe('/api/docs#event-unknown');
  });

  it('is said in every language', () => {
    const details = LANGUAGES.map((language) => said(new EventUnknown(), language).detail);

    expect(new Set(details).size).toBe(LANGUAGES.length);
  });

  it('of wrong fields names each of them once, and not more than anyone reads', () => {
    const wrong = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`field${index}`, 1]));
    const { error } = newcomerBody.safeParse({ email: 'nobody', firstName: 'A'.repeat(101), ...wrong });
    const problem = said(error);

    expect(problem).toMatchObject({ type: '/api/docs#invalid-input', status: 422 });
    expect(problem.errors?.slice(0, 3)).toEqual([
      { field: 'firstName', detail: 'At most 100 characters.' },
      { field: 'lastName', detail: 'Please fill in.' },
      { field: 'email', detail: 'Please enter a complete e-mail address, for example name@city.org.' },
    ]);
    expect(problem.errors).toHaveLength(50);
  });

  it('says when it is worth trying again', () => {
    expect(problemOf(new TooMany(90), LARGEST_BODY)).toMatchObject({ status: 429, retryAfter: 90 });
  });

  it('that only a status tells has no type', () => {
    expect(said(new NotFoundException())).toMatchObject({ type: 'about:blank', status: 404 });
    expect(said(Object.assign(new Error('too large'), { statusCode: 413 }))).toMatchObject({
      status: 413,
      detail: 'The input is too large. At most 64 KB are allowed.',
    });
  });

  it.each([
    new Error('password=secret'),
    'thrown text',
    null,
    undefined,
    { statusCode: 200 },
    { statusCode: 'x' },
  ])('that nobody expected tells nothing: %p', (error) => {
    expect(said(error)).toEqual({
      type: 'about:blank',
      title: 'Sorry, that did not work',
      status: 500,
      detail: 'That did not work. The fault is ours; please try again in a moment.',
    });
  });
});
