/** Saves one part of the page; the form it stands in carries the others along. */
export function SaveButton({ text, action }: { text: string; action: string }) {
  return (
    <button class="kern-btn kern-btn--secondary" type="submit" formAction={action} data-turbo="false">
      <span class="kern-label">{text}</span>
    </button>
  );
}
