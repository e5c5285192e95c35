import { Alert } from './alert.js';

/** What was refused as a whole and why; whoever sent the form hears of it first, as of mistakes in its fields. */
export function Refused({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <div role="alert" tabindex={-1} autofocus>
      <Alert tone="danger" title={text} />
    </div>
  );
}
