import type { Answer, Field, Operation } from './operations.js';

/** One call: what it takes and what it answers. */
export function OperationPart({ operation }: { operation: Operation }) {
  const { id, method, path, summary, description, parameters, body, answers } = operation;
  return (
    <section id={id}>
      <h2>{summary}</h2>
      <p>
        <code>
          {method} {path}
        </code>
      </p>
      {description && <p>{description}</p>}
      <h3>Parameters</h3>
      <FieldTable caption={`Parameters of ${method} ${path}`} fields={parameters} />
      {body && (
        <>
          <h3>Body</h3>
          <FieldTable caption={`Fields of the body of ${method} ${path}`} fields={body.fields} />
          {body.example !== undefined && <pre tabindex={0}>{JSON.stringify(body.example, null, 2)}</pre>}
        </>
      )}
      <h3>Answers</h3>
      {answers.map((answer) => (
        <AnswerPart key={answer.status} answer={answer} call={`${method} ${path}`} />
      ))}
    </section>
  );
}

function AnswerPart({ answer, call }: { answer: Answer; call: string }) {
  const { status, description, fields } = answer;
  return (
    <div class="answer">
      <h4>{status}</h4>
      {description.split('\n\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
      {fields.length > 0 && (
        <FieldTable caption={`Fields of the answer ${status} to ${call}`} fields={fields} />
      )}
    </div>
  );
}

function FieldTable({ caption, fields }: { caption: string; fields: Field[] }) {
  return (
    // A wide table scrolls by itself and not the whole page; a keyboard needs the focus there for it.
    <section class="table" tabindex={0} aria-label={caption}>
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Type</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, place, type, required, description }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
                {place && ` (${place})`}
                {required && <strong> required</strong>}
              </th>
              <td>{type}</td>
              <td>{description}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
