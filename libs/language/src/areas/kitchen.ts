import type { Catalogue } from '../catalogue.js';

/** What the office reads about confidential answers of all who come: diets, access. */
export const kitchen = {
  'kitchen.title': { de: 'Verpflegung und Zugang', en: 'Catering and access', fr: 'Repas et accessibilité' },
  'kitchen.text': {
    de: 'Hier stehen die vertraulichen Antworten aller, die kommen, gezählt für Küche und Haus. Wer die Liste öffnet oder herunterlädt, wird festgehalten.',
    en: 'Here are the confidential answers of all who come, counted for the kitchen and the house. Whoever opens or downloads the list is written down.',
    fr: 'Voici les réponses confidentielles de toutes les personnes attendues, comptées pour la cuisine et l’accueil. Toute consultation ou tout téléchargement est consigné.',
  },
  'kitchen.names.text': {
    de: 'In der Datei stehen Namen nur bei Antworten in eigenen Worten.',
    en: 'The file gives names only beside answers in people’s own words.',
    fr: 'Le fichier ne donne les noms qu’à côté des réponses rédigées librement.',
  },
  'kitchen.open': { de: 'Liste öffnen', en: 'Open the list', fr: 'Ouvrir la liste' },
  'kitchen.excel': { de: 'Für Excel herunterladen', en: 'Download for Excel', fr: 'Télécharger pour Excel' },
  'kitchen.plain': { de: 'Als CSV herunterladen', en: 'Download as CSV', fr: 'Télécharger en CSV' },
  'kitchen.looks': {
    de: 'Geöffnet von: {looks}',
    en: 'Opened by: {looks}',
    fr: 'Consultée par : {looks}',
  },
  'kitchen.unasked': {
    de: 'Diese Veranstaltung fragt nichts Vertrauliches.',
    en: 'This event asks nothing confidential.',
    fr: 'Cet événement ne pose aucune question confidentielle.',
  },
  'kitchen.noAnswers': {
    de: 'Dazu hat niemand etwas angegeben, oder die Antworten sind schon gelöscht.',
    en: 'Nobody has said anything about this, or the answers have been deleted already.',
    fr: 'Personne n’a rien indiqué, ou les réponses ont déjà été supprimées.',
  },
  'kitchen.question': { de: 'Frage', en: 'Question', fr: 'Question' },
  'kitchen.answer': { de: 'Antwort', en: 'Answer', fr: 'Réponse' },
  'kitchen.count': { de: 'Anzahl', en: 'Number', fr: 'Nombre' },
  'kitchen.names': { de: 'Namen', en: 'Names', fr: 'Noms' },
  'kitchen.file': { de: 'verpflegung', en: 'catering', fr: 'repas' },
} satisfies Catalogue;
