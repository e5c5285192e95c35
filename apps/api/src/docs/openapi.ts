import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  createDocument,
  type oas31,
  type ZodOpenApiOverrideContext,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { projectRoot } from '#config';
import { EventUnknown } from '#event';
import { eventSchema, programmePageSchema } from '../events/event.schema.js';
import { eventQuery, programmeQuery } from '../events/programme-query.schema.js';
import { problemSchema } from '../problem/problem.schema.js';
import {
  INVALID_INPUT,
  kindOf,
  PLAIN_PROBLEMS,
  PROBLEM_KINDS,
  type ProblemKind,
} from '../problem/problem-kinds.js';
import { newcomerBody, registeredSchema, registrationHeaders } from '../registrations/registration.schema.js';

/** The description of the API (OpenAPI 3.1), made from the schemas that also check what comes in. */
export type ApiDescription = oas31.OpenAPIObject;

const slug = z.object({
  slug: z.string().meta({ description: 'The address of the event.', examples: ['heat-in-the-city-2027'] }),
});

/** Describes the API as it is reached under this address. */
export function describeApi(publicUrl: string): ApiDescription {
  const document = createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Plenum',
        version: releaseOf(),
        description:
          'The programme of the association, and registration for its events. Times carry their offset (RFC 3339). Fields may be added in the future: ignore what you do not know. An address answers a method that it does not know with 405, and names those it knows in the header Allow.',
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      servers: [{ url: publicUrl }],
      security: [],
      paths: {
        '/api/v1/events': {
          get: {
            operationId: 'listEvents',
            summary: 'The programme',
            description:
              'Events in the order of their first date that matches; those without a date come last, and only without until.',
            requestParams: { query: programmeQuery },
            responses: {
              200: json('A page of events.', programmePageSchema),
              ...problems([500], [INVALID_INPUT]),
            },
          },
        },
        '/api/v1/events/{slug}': {
          get: {
            operationId: 'showEvent',
            summary: 'One event',
            requestParams: { path: slug, query: eventQuery },
            responses: {
              200: json('The event, with texts, dates, hosts and places.', eventSchema),
              ...problems([500], [kindOf(new EventUnknown()), INVALID_INPUT]),
            },
          },
        },
        '/api/v1/events/{slug}/registrations': {
          post: {
            operationId: 'register',
            summary: 'Register a person',
            description:
              'The reference and the link to change or withdraw come by mail only. Whoever is registered already is answered as a newcomer would be, and told the truth by mail.',
            requestParams: { path: slug, query: eventQuery, header: registrationHeaders },
            requestBody: { required: true, content: { 'application/json': { schema: newcomerBody } } },
            responses: {
              201: json(
                'A seat, the waiting list, a request, or an address to be confirmed first.',
                registeredSchema,
              ),
              ...problems([400, 413, 415, 500], PROBLEM_KINDS),
            },
          },
        },
      },
    },
    { override: completed },
  );
  return document as ApiDescription;
}

function completed({ jsonSchema, zodSchema, io }: ZodOpenApiOverrideContext): void {
  // Additions must not break a client that checks answers against this description.
  if (io === 'output') delete jsonSchema.additionalProperties;
  // Zod leaves out the examples of what it cleans or converts on the way in.
  const examples = z.globalRegistry.get(zodSchema)?.examples;
  if (examples) jsonSchema.examples = [...examples];
}

const json = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/json': { schema } },
});

/** The answers of a call that can go wrong in these ways, one for each status. */
function problems(
  plain: readonly (keyof typeof PLAIN_PROBLEMS)[],
  named: readonly ProblemKind[],
): ZodOpenApiResponsesObject {
  const meanings = [
    ...plain.map((status) => ({ status, text: PLAIN_PROBLEMS[status] })),
    ...named.map(({ status, name, meaning }) => ({ status, text: `${name}: ${meaning}` })),
  ];
  return Object.fromEntries(
    [...Map.groupBy(meanings, ({ status }) => status)].map(([status, group]) => [
      status,
      {
        description: group.map(({ text }) => text).join('\n\n'),
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  );
}

const releaseOf = (): string => JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version;
