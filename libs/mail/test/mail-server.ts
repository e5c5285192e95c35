import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as the server took it. */
export interface TakenMail {
  to: string;
  raw: string;
  parsed: ParsedMail;
}

/** What a server does with a recipient's mail instead of taking it. */
export type Reaction = { code: number; text: string } | 'hang up' | 'hang up before the data';

/** A real SMTP server on this machine; `react` may be exchanged at any time. */
export class MailServer {
  readonly taken: TakenMail[] = [];
  sessions = 0;
  react: (to: string) => Reaction | undefined = () => undefined;
  private server?: SMTPServer;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private port: number,
    private readonly password?: string,
  ) {}

  static async open(password?: string): Promise<MailServer> {
    const server = new MailServer(0, password);
    await server.listen();
    return server;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Recipients of the mails taken so far, in alphabetical order. */
  get recipients(): string[] {
    return this.taken.map((mail) => mail.to).sort();
  }

  /** Listens, or listens again on the same port. */
  async listen(): Promise<void> {
    const server = new SMTPServer({
      disabledCommands: this.password ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
      authOptional: !this.password,
      allowInsecureAuth: true,
      onConnect: (_session, done) => {
        this.sessions += 1;
        done();
      },
      onAuth: (auth, _session, done) =>
        auth.password === this.password
          ? done(null, { user: auth.username })
          : done(answer(535, 'Wrong password')),
      onRcptTo: (address, session, done) => {
        const reaction = this.react(address.address);
        if (reaction === 'hang up before the data') this.hangUp(session.remotePort);
        else if (typeof reaction === 'object') done(answer(reaction.code, reaction.text));
        else done();
      },
      onData: (stream, session, done) => {
        const taking = buffer(stream).then(async (bytes) => {
          const to = session.envelope.rcptTo[0]?.address ?? '';
          this.taken.push({ to, raw: bytes.toString('utf8'), parsed: await simpleParser(bytes) });
          if (this.react(to) === 'hang up') this.hangUp(session.remotePort);
          else done();
        });
        // Whoever is killed in the middle of a mail has not sent it.
        taking.catch(() => undefined);
      },
    });
    server.on('error', () => undefined);
    server.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    await new Promise<void>((ready) => server.listen(this.port, '127.0.0.1', ready));
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((closed) => this.server?.close(closed));
  }

  private hangUp(remotePort: number): void {
    for (const socket of this.sockets) if (socket.remotePort === remotePort) socket.destroy();
  }
}

const answer = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });
