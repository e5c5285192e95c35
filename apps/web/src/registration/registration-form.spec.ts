import { describe, expect, it } from '@jest/globals';
import { nobody, readRegistrationForm } from './registration-form.js';

const two = {
  submission: 's1',
  copyTo: 'office@city.example',
  'people.0.firstName': 'Ada',
  'people.0.email': 'ada@city.example',
  'people.1.firstName': 'Ben',
};

describe('The registration form', () => {
  it('gives back everyone as typed, in order', () => {
    const { people, submission, copyTo, wish } = readRegistrationForm(two);
    expect(people).toEqual([
      { ...nobody(), firstName: 'Ada', email: 'ada@city.example' },
      { ...nobody(), firstName: 'Ben' },
    ]);
    expect({ submission, copyTo, wish }).toEqual({
      submission: 's1',
      copyTo: 'office@city.example',
      wish: 'register',
    });
  });

  it('offers a person of the same organization when a colleague is added', () => {
    const { people, wish } = readRegistrationForm({ ...two, 'people.1.organization': 'City', add: '1' });
    expect(people.map(({ firstName }) => firstName)).toEqual(['Ada', 'Ben', '']);
    expect(people[2]).toEqual({ ...nobody(), organization: 'City' });
    expect(wish).toBe('add');
  });

  it('takes out the person whose button was pressed', () => {
    const { people, wish } = readRegistrationForm({ ...two, remove: '0' });
    expect(people.map(({ firstName }) => firstName)).toEqual(['Ben']);
    expect(wish).toBe('remove');
  });

  it('never removes the last person', () => {
    const { people } = readRegistrationForm({ 'people.0.firstName': 'Ada', remove: '0' });
    expect(people).toHaveLength(1);
  });

  it('gives back what each person chose, one or several of them, and nobody else’s', () => {
    const question = '0198c0de-0000-7000-8000-000000000001';
    const { people } = readRegistrationForm({
      ...two,
      'people.0.sessions': ['a', 'b'],
      [`people.1.answers.${question}`]: 'Yes',
      'people.1.consents': 'c',
      'people.1.answers.__proto__': 'x',
    });
    expect(people.map(({ sessions, answers, consents }) => ({ sessions, answers, consents }))).toEqual([
      { sessions: ['a', 'b'], answers: {}, consents: [] },
      { sessions: [], answers: { [question]: 'Yes' }, consents: ['c'] },
    ]);
  });

  it('has one empty person when nothing was sent', () => {
    expect(readRegistrationForm({}).people).toEqual([nobody()]);
  });

  it('ignores fields it does not know and values that are no text', () => {
    const body = { 'people.0.firstName': ['a', 'b'], 'people.0.isAdmin': 'yes', 'people.x.email': 'a@b' };
    expect(readRegistrationForm(body).people).toEqual([nobody()]);
  });
});
