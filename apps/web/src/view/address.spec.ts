import { describe, expect, it } from '@jest/globals';
import { inLanguage, withQuery } from './address.js';

describe('The address of the same page in another language', () => {
  it('keeps path and query', () => {
    expect(inLanguage('/?view=month&month=2027-01', 'fr')).toBe('/?view=month&month=2027-01&lang=fr');
  });

  it('replaces a language that is already there', () => {
    expect(inLanguage('/events/x?lang=de', 'en')).toBe('/events/x?lang=en');
  });
});

describe('An address with a query', () => {
  it('leaves out what has no value', () => {
    expect(withQuery('/', { view: undefined, kind: 'workshop' })).toBe('/?kind=workshop');
    expect(withQuery('/', { view: undefined })).toBe('/');
  });
});
