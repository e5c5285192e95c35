import type { ZodError, z } from 'zod';
import { messages } from './areas/index.js';
import type { MessageKey, MessageValues } from './translate.js';

/** What is wrong with one field of a form or of a JSON body; `field` is its path, joined by dots. */
export interface FieldError {
  field: string;
  key: MessageKey;
  values?: MessageValues;
}

/** A schema's complaints as sentences of the catalogue, one for each field. */
export function fieldErrors(error: ZodError): FieldError[] {
  const seen = new Set<string>();
  return error.issues.flatMap(complaints).filter(({ field }) => !seen.has(field) && seen.add(field));
}

// A schema may name the sentence itself.
const isKey = (text: string): text is MessageKey => text in messages;

function complaints(issue: z.core.$ZodIssue): FieldError[] {
  const field = issue.path.join('.');
  if (isKey(issue.message)) return [{ field, key: issue.message }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), key: 'field.unknown' }));
    case 'too_big':
      return issue.origin === 'array'
        ? [{ field, key: 'field.people', values: { max: Number(issue.maximum) } }]
        : [{ field, key: 'field.tooLong', values: { max: Number(issue.maximum) } }];
    case 'too_small':
      return issue.origin === 'string' && Number(issue.minimum) > 1
        ? [{ field, key: 'field.tooShort', values: { min: Number(issue.minimum) } }]
        : [{ field, key: 'field.required' }];
    case 'invalid_value':
      return [{ field, key: 'field.choice', values: { choices: issue.values.join(', ') } }];
    case 'invalid_format':
      return [{ field, key: 'field.email' }];
    case 'custom': {
      // A rule of a form's own says which sentence explains it, and with which words.
      const { key = 'field.required', values } = (issue.params ?? {}) as Partial<FieldError>;
      return [{ field, key, values }];
    }
    case 'invalid_type':
      // What is missing is told from what is of another type by zod's own words alone.
      return field && /received (undefined|null)$/.test(issue.message)
        ? [{ field, key: 'field.required' }]
        : [{ field, key: 'field.type', values: { expected: typeName(issue.expected) } }];
    default:
      return [{ field, key: 'field.required' }];
  }
}

// As JSON calls it.
const typeName = (expected: string): string => (expected === 'record' ? 'object' : expected);
