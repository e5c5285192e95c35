import type { Language, Shown, Translate } from '#language';

/** Whose registration desk this is, as every page says it. */
export interface Site {
  /** What people call the association in speech: "DEFUS". */
  shortName: string;
  name: Shown;
  /** Where people reach the office; imprint and help texts name it. */
  email?: string;
  phone?: string;
  /** Postal address, one line each. */
  postal?: string[];
}

/** What every page knows about being looked at: by whom it is said, in which language, at which address. */
export interface Visit {
  language: Language;
  t: Translate;
  /** Path and query of this page, without `lang`. */
  address: string;
  site: Site;
  /** Invented people, no mail leaves the machine: every page says so. */
  demo: boolean;
}
