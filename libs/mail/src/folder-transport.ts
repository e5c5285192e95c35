import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Mail } from './mail.js';
import type { Transport } from './transport.js';

/** Where the demo puts the mail of a message row. */
export const emlPath = (home: string, messageId: string): string => join(home, 'mail', `${messageId}.eml`);

/** Writes each mail to a file that any mail program opens, instead of sending it. */
export class FolderTransport implements Transport {
  private readonly composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(private readonly home: string) {}

  async send({ id, content }: Mail): Promise<string> {
    const { message } = await this.composer.sendMail(content);
    const path = emlPath(this.home, id);
    await mkdir(dirname(path), { recursive: true });
    // Whoever watches the folder must never see half a mail.
    await writeFile(`${path}.part`, message as Buffer);
    await rename(`${path}.part`, path);
    return `mail/${id}.eml`;
  }

  close(): void {
    this.composer.close();
  }
}
