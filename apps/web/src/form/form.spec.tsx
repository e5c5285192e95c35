import { describe, expect, it } from '@jest/globals';
import type { Form, Question } from '#form';
import { type Language, translator } from '#language';
import { render, type Visit } from '../view/index.js';
import { AnswerList, ConsentFields, QuestionFields, questionLabel } from './index.js';

const visitIn = (language: Language): Visit => ({
  language,
  t: translator(language),
  address: '/',
  site: { shortName: 'Forum', name: { text: 'Forum der Städte', language: 'de' } },
  demo: true,
});

const question = (id: string, changes: Partial<Question>): Question => ({
  id,
  kind: 'short',
  label: { de: `Frage ${id}` },
  help: {},
  required: false,
  sensitive: false,
  options: [],
  shownWhen: null,
  least: null,
  most: null,
  ...changes,
});

const train = { id: 'train', label: { de: 'Bahn', fr: 'Train' }, limit: null };
const bus = { id: 'bus', label: { de: 'Bus' }, limit: 5 };
const coach = { id: 'coach', label: { de: 'Kutsche' }, limit: null, retired: true };
const travel = question('travel', {
  kind: 'single',
  label: { de: 'Anreise', fr: 'Trajet' },
  required: true,
  options: [train, bus, coach],
});
const nights = question('nights', {
  kind: 'number',
  least: 1,
  most: 3,
  help: { de: 'Ohne die letzte' },
  shownWhen: { question: 'travel', is: 'train' },
});
const diet = question('diet', { kind: 'long', sensitive: true });
const access = question('access', { kind: 'yesNo', sensitive: true });
const born = question('born', { kind: 'number', label: { de: 'Mitglied seit' } });

const form: Form = {
  eventId: 'event',
  version: 3,
  questions: [travel, nights, diet, access],
  retired: [born],
  consents: [{ id: 'photo', purpose: 'photo', version: 2, text: { de: 'Fotos im Netz' } }],
  retiredConsents: [{ id: 'old', purpose: 'photo', version: 1, text: { de: 'Fotos an der Wand' } }],
};

const fields = (more: Partial<Parameters<typeof QuestionFields>[0]> = {}, language: Language = 'de') =>
  render(
    <QuestionFields
      visit={visitIn(language)}
      form={form}
      prefix="people.1.answers"
      typed={{}}
      errors={{}}
      main="de"
      {...more}
    />,
  );

describe('The questions of a form', () => {
  it('say what is optional, when they are asked, and what fits', () => {
    const html = fields();
    expect(html.match(/\(optional\)/g)).toHaveLength(3);
    expect(html).toContain(
      'id="people.1.answers.nights.hint">Ohne die letzte<br/>Nur, wenn „Anreise“ mit „Bahn“ beantwortet ist.<br/>Eine Zahl von 1 bis 3.<',
    );
    expect(html).toContain('aria-describedby="people.1.answers.nights.hint"');
  });

  it('explain once why something confidential is asked', () => {
    const html = fields();
    expect(html.match(/14 Tage nach der Veranstaltung/g)).toHaveLength(1);
    expect(html).toContain('Freiwillig und ebenso vertraulich.');
  });

  it('mark what is not in the page’s language', () => {
    const html = fields({}, 'fr');
    expect(html).toContain('<legend class="kern-label">Trajet</legend>');
    expect(html).toContain('<span lang="de">Bus</span>');
  });

  it('come back as they were answered, each error beside its question', () => {
    const name = 'people.1.answers.nights';
    const typed = { travel: 'bus', nights: 'drei', diet: 'Keine <Nüsse>', access: 'no' };
    const html = fields({ typed, errors: { [name]: 'Bitte eine Zahl.' }, full: new Set(['bus']) });
    expect(html).toMatch(/value="bus" checked\/><label[^>]*>Bus<span class="choice-hint"> \(ausgebucht\)/);
    expect(html).toMatch(/value="drei"/);
    expect(html).toContain('Keine &lt;Nüsse>');
    expect(html).toMatch(/value="no" checked/);
    expect(html).toContain(`aria-describedby="${name}.hint ${name}.error"`);
    expect(html).toContain('Bitte eine Zahl.');
  });

  it('show what is full and give it only to who has it, or waits and wishes for it', () => {
    const full = new Set(['bus']);
    expect(fields({ full })).toMatch(/value="bus" disabled/);
    expect(fields({ full, typed: { travel: 'bus' } })).not.toContain('disabled');
    expect(fields({ full, waits: true })).not.toContain('disabled');
  });

  it('offer what is retired only to who has chosen it, and no answer only where that is allowed', () => {
    expect(fields()).not.toContain('Kutsche');
    expect(fields({ typed: { travel: 'coach' } })).toContain('Kutsche');
    const html = fields();
    expect(html.match(/Keine Angabe/g)).toHaveLength(1);
    expect(html).toMatch(/name="people\.1\.answers\.access" type="radio" value checked/);
  });

  it('are called by their names in an error summary', () => {
    const visit = visitIn('fr');
    expect(questionLabel(visit, form, 'people.1.answers.travel', 'de')).toBe('Trajet');
    expect(questionLabel(visit, form, 'people.1.consents', 'de')).toBe('Consentements');
    expect(questionLabel(visit, form, 'people.1.email', 'de')).toBeUndefined();
  });
});

describe('Consents', () => {
  it('are not ticked unless somebody has ticked them', () => {
    const consents = (given: string[]) =>
      render(
        <ConsentFields
          visit={visitIn('de')}
          form={form}
          name="people.0.consents"
          given={given}
          errors={{}}
          main="de"
        />,
      );
    expect(consents([])).toMatch(/name="people\.0\.consents" type="checkbox" value="photo"\/>/);
    expect(consents(['photo'])).toMatch(/value="photo" checked/);
    expect(consents([])).not.toContain('Wand');
  });
});

describe('Answers', () => {
  const list = (more: Partial<Parameters<typeof AnswerList>[0]>) =>
    render(
      <AnswerList
        visit={visitIn('de')}
        form={form}
        sheet={{ answers: {} }}
        main="de"
        timeZone="Europe/Berlin"
        {...more}
      />,
    )
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');

  it('are listed as people read them, retired questions and wordings too', () => {
    const text = list({
      sheet: {
        answers: { travel: 'coach', nights: 1.5, born: 1985 },
        sensitive: { access: true, diet: 'Keine <Nüsse>' },
      },
      consents: [
        { consentId: 'old', given: true },
        { consentId: 'photo', given: false },
      ],
    });
    expect(text).toContain(
      'Anreise Kutsche Frage nights 1,5 Frage diet Keine &lt;Nüsse> Frage access Ja Mitglied seit (nicht mehr gefragt) 1985',
    );
    expect(text).toContain('Fotos an der Wand Ja, eingewilligt Fotos im Netz Nein');
  });

  it('say when protected ones were deleted, and that there are none', () => {
    const text = list({
      sheet: {
        answers: {},
        sensitive: null,
        sensitiveDeletedAt: Temporal.Instant.from('2027-02-08T23:30:00Z'),
      },
    });
    expect(text).toContain('Keine Antworten.');
    expect(text).toContain('am 09.02.2027 gelöscht');
  });
});
