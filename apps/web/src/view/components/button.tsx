import { Icon, type IconName } from './icon.js';

interface Look {
  text: string;
  /** The one thing to do on a page is primary; default is secondary. */
  look?: 'primary' | 'secondary' | 'tertiary';
  icon?: IconName;
}

export interface ButtonProps extends Look {
  name?: string;
  value?: string;
  /** False where the answer is a page and not a redirect, which Turbo does not accept from a form. */
  turbo?: boolean;
}

/** Sends its form. */
export function Button({ text, look, icon, name, value, turbo }: ButtonProps) {
  return (
    <button
      class={`kern-btn kern-btn--${look ?? 'secondary'}`}
      type="submit"
      name={name}
      value={value}
      data-turbo={turbo === false ? 'false' : undefined}
    >
      <Face text={text} icon={icon} />
    </button>
  );
}

export interface ButtonLinkProps extends Look {
  href: string;
  /** For files, which Turbo must leave to the browser. */
  download?: boolean;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ text, look, icon, href, download }: ButtonLinkProps) {
  return (
    <a
      class={`kern-btn kern-btn--${look ?? 'secondary'}`}
      href={href}
      data-turbo={download ? 'false' : undefined}
    >
      <Face text={text} icon={icon} />
    </a>
  );
}

function Face({ text, icon }: Pick<Look, 'text' | 'icon'>) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span class="kern-label">{text}</span>
    </>
  );
}
