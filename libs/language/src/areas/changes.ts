import type { Catalogue } from '../catalogue.js';

/** What the office reads about who changed a member's entries. */
export const changes = {
  'changes.title': { de: 'Änderungen', en: 'Changes', fr: 'Modifications' },
  'changes.none': {
    de: 'Noch wurde nichts geändert.',
    en: 'Nothing has been changed yet.',
    fr: 'Rien n’a encore été modifié.',
  },
  'changes.byContact': {
    de: '{name} (auf der eigenen Seite)',
    en: '{name} (on their own page)',
    fr: '{name} (sur sa page)',
  },
  'changes.member.add': { de: 'Mitglied eingetragen', en: 'Member added', fr: 'Membre ajouté' },
  'changes.member.change': { de: 'Mitglied geändert', en: 'Member changed', fr: 'Membre modifié' },
  'changes.member.resign': { de: 'Austritt eingetragen', en: 'Resignation noted', fr: 'Départ noté' },
  'changes.member.rejoin': { de: 'Wieder eingetreten', en: 'Joined again', fr: 'Nouvelle adhésion' },
  'changes.member.merge': { de: 'Dublette zusammengeführt', en: 'Double merged', fr: 'Doublon fusionné' },
  'changes.function.assign': { de: 'Funktion vergeben', en: 'Function assigned', fr: 'Fonction attribuée' },
  'changes.spelling.merge': {
    de: 'Schreibweise zugeordnet',
    en: 'Spelling assigned',
    fr: 'Graphie attribuée',
  },
  'changes.contact.add': { de: '{name} eingetragen', en: '{name} added', fr: '{name} ajouté(e)' },
  'changes.contact.change': { de: '{name} geändert', en: '{name} changed', fr: '{name} modifié(e)' },
  'changes.contact.merge': {
    de: '{name}: doppelter Eintrag zusammengeführt',
    en: '{name}: double entry merged',
    fr: '{name} : doublon fusionné',
  },
  'changes.contact.revoke': {
    de: 'Links von {name} gesperrt',
    en: 'Links of {name} revoked',
    fr: 'Liens de {name} révoqués',
  },
  'changes.contact.leave': { de: '{name} ausgeschieden', en: '{name} left', fr: '{name} parti(e)' },
} satisfies Catalogue;
