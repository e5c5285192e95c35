import { createTransport } from 'nodemailer';
import type { Mail } from './mail.js';
import type { Transport } from './transport.js';

/** Mails under way to the server at the same time. */
const CONNECTIONS = 5;

/** Hands each mail to an SMTP server, over a few connections that stay open while there is mail. */
export class SmtpTransport implements Transport {
  private readonly pool;

  constructor(url: string) {
    this.pool = createTransport({
      url,
      pool: true,
      maxConnections: CONNECTIONS,
      // Covers a connection that died unused; anything more is decided by the rows, which survive us.
      maxRequeues: 1,
      // Less than any server keeps an idle connection.
      idleTimeout: 20_000,
      connectionTimeout: 15_000,
      greetingTimeout: 30_000,
    });
  }

  async send({ content }: Mail): Promise<string> {
    const { response } = await this.pool.sendMail(content);
    return response;
  }

  close(): void {
    this.pool.close();
  }
}
