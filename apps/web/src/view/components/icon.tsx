/** An icon of KERN's set; always decoration, the words beside it carry the meaning. */
export function Icon({ name, size }: { name: IconName; size?: 'small' | 'large' }) {
  const sized = size ? ` kern-icon--${size}` : '';
  return <span class={`kern-icon kern-icon--${name}${sized}`} aria-hidden="true" />;
}

export type IconName =
  | 'add'
  | 'arrow-back'
  | 'arrow-forward'
  | 'calendar-today'
  | 'check'
  | 'chevron-left'
  | 'chevron-right'
  | 'close'
  | 'danger'
  | 'delete'
  | 'download'
  | 'edit'
  | 'info'
  | 'logout'
  | 'mail'
  | 'open-in-new'
  | 'search'
  | 'success'
  | 'warning';
