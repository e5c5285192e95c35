export { AnswerList, type AnswerListProps } from './answer-list.js';
export { ConsentFields, type ConsentFieldsProps } from './consent-fields.js';
export { QuestionFields, type QuestionFieldsProps } from './question-fields.js';
export { conditionText } from './question-hints.js';
export { questionLabel } from './question-label.js';
