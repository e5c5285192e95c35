import type { SendMailOptions } from 'nodemailer';
import type { CalendarPart, Letter } from './letter.js';
import type { Message } from './message.entity.js';
import type { Bodies } from './render-letter.js';

/** A mail ready to go: the id of its row, and what it is made of. */
export interface Mail {
  id: string;
  content: SendMailOptions;
}

/** Puts a letter into its envelope. Throws if an appointment's METHOD is not the announced one. */
export function mailOf(
  message: Message,
  letter: Letter,
  bodies: Bodies,
  sender: { name: string; address: string },
  now: Temporal.Instant,
): Mail {
  return {
    id: message.id,
    content: {
      from: sender,
      to: { name: message.toName, address: message.toAddress },
      messageId: message.messageId ?? undefined,
      date: new Date(now.epochMilliseconds),
      subject: letter.subject,
      ...bodies,
      ...(letter.calendar && calendar(letter.calendar)),
      headers: {
        'Content-Language': letter.language,
        // RFC 3834, and the same for Exchange: no absence note shall answer this mail.
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'OOF, AutoReply',
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    },
  };
}

// Calendar programs process an appointment that is an alternative of the text; a file attached to it as well would be
// processed twice by some. A mere file is attached, so that nothing is processed unasked.
function calendar({
  method,
  content,
  filename,
}: CalendarPart): Pick<SendMailOptions, 'alternatives' | 'attachments'> {
  if (!new RegExp(`^METHOD:${method}\\r?$`, 'm').test(content)) {
    throw new Error(`The appointment's METHOD is not ${method}`);
  }
  const part = { content, contentType: `text/calendar; charset=utf-8; method=${method}` };
  return method === 'PUBLISH' ? { attachments: [{ ...part, filename }] } : { alternatives: [part] };
}
