import { Command } from 'commander';
import { accountNote } from '../account-note.js';
import { fillDemo } from '../demo/fill-demo.js';
import { settingsOf } from '../environment.js';
import { inInstallation } from '../installation.js';
import { inRooms } from '../rooms.js';
import { Trouble } from '../trouble.js';

/** `plenum demo`: the invented people and their programme, without starting anything. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('fill an empty database with the demo programme')
    .option('--reset', 'clear everything in the demo and begin again')
    .action(async ({ reset = false }: { reset?: boolean }) => {
      const asked = settingsOf({ mode: 'demo' });
      if (asked.mode !== 'demo')
        throw new Trouble('PLENUM_MODE says live: invented people belong in a demo.');
      await inInstallation(asked, async (settings, databaseUrl) => {
        if (settings.mode !== 'demo')
          throw new Trouble('This database holds real people: the demo needs its own.');
        const filled = await fillDemo(settings, databaseUrl, { anew: reset });
        process.stdout.write(
          filled ? 'The demo is loaded.\n' : 'The demo was loaded before; --reset begins it again.\n',
        );
        const note = await inRooms(settings, databaseUrl, (rooms) => accountNote(rooms, settings));
        if (note) process.stdout.write(`Office: ${note}\n`);
      });
    });
}
