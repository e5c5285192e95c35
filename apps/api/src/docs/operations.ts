import type { oas31 } from 'zod-openapi';
import type { ApiDescription } from './openapi.js';

/** A call of the API as the page shows it. */
export interface Operation {
  id: string;
  method: string;
  path: string;
  summary: string;
  description?: string;
  parameters: Field[];
  body?: { fields: Field[]; example?: unknown };
  answers: Answer[];
}

/** A parameter or a field; a field of a field has a path with dots, one of a list's items ends in `[]`. */
export interface Field {
  name: string;
  /** Where a parameter stands. */
  place?: string;
  type: string;
  required: boolean;
  description?: string;
}

export interface Answer {
  status: string;
  description: string;
  /** None for problems, which are all alike. */
  fields: Field[];
}

type Schema = oas31.SchemaObject;

/** The calls that a description tells of, in its order. */
export function operationsIn(api: ApiDescription): Operation[] {
  const reader = new SchemaReader(api);
  return Object.entries(api.paths ?? {}).flatMap(([path, item]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const operation = item[method];
      return operation ? [shown(path, method, operation, reader)] : [];
    }),
  );
}

function shown(path: string, method: string, call: oas31.OperationObject, reader: SchemaReader): Operation {
  const body = (call.requestBody as oas31.RequestBodyObject | undefined)?.content['application/json']?.schema;
  return {
    id: call.operationId ?? path,
    method: method.toUpperCase(),
    path,
    summary: call.summary ?? path,
    description: call.description,
    parameters: ((call.parameters ?? []) as oas31.ParameterObject[]).map((parameter) => ({
      name: parameter.name,
      place: parameter.in,
      type: reader.typeOf(parameter.schema),
      required: parameter.required ?? false,
      description: parameter.description,
    })),
    body: body && { fields: reader.fieldsOf(body), example: reader.resolve(body).examples?.[0] },
    answers: Object.entries(call.responses ?? {}).map(([status, answer]) => ({
      status,
      description: answer.description,
      fields: reader.fieldsOf(answer.content?.['application/json']?.schema),
    })),
  };
}

/** Reads schemas of one description, following its references. */
class SchemaReader {
  constructor(private readonly api: ApiDescription) {}

  resolve(schema: Schema | oas31.ReferenceObject | undefined): Schema {
    if (!schema) return {};
    if (!('$ref' in schema) || typeof schema.$ref !== 'string') return schema as Schema;
    const name = schema.$ref.split('/').at(-1) ?? '';
    const { $ref, ...beside } = schema;
    return { ...this.resolve(this.api.components?.schemas?.[name]), ...beside } as Schema;
  }

  typeOf(given: Schema | oas31.ReferenceObject | undefined): string {
    const schema = this.resolve(given);
    if (schema.anyOf) return schema.anyOf.map((one) => this.typeOf(one)).join(' or ');
    if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(', ');
    if (schema.type === 'array') return `list of ${this.typeOf(schema.items)}`;
    return [schema.type].flat().join(' or ') + (schema.format ? ` (${schema.format})` : '');
  }

  fieldsOf(given: Schema | oas31.ReferenceObject | undefined, before = ''): Field[] {
    const schema = this.resolve(given);
    return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
      const field = this.resolve(property);
      const list = field.type === 'array';
      const path = `${before}${name}${list ? '[]' : ''}`;
      const own = {
        name: path,
        type: this.typeOf(property),
        required: schema.required?.includes(name) ?? false,
        description: field.description,
      };
      return [own, ...this.fieldsOf(list ? field.items : property, `${path}.`)];
    });
  }
}
