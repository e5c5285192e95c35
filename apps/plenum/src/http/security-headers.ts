import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { RouteOptions } from 'fastify';
import type { Settings } from '#config';

/** Everything comes from our own address, nothing is inline; the images in KERN's stylesheet are data addresses. */
export async function protectPages(app: NestFastifyApplication, settings: Settings): Promise<void> {
  const encrypted = settings.publicUrl.startsWith('https:');
  app.getHttpAdapter().getInstance().addHook('onRoute', plainForFeeds);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(encrypted && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: encrypted,
    // Secret links must not travel in a Referer; `no-referrer` would also hide the Origin of our own forms.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}

// A feed is polled for years by programs that show no page: rules for browsers would double each unchanged answer.
function plainForFeeds(route: RouteOptions): void {
  if (route.url.endsWith('.ics')) route.helmet = false;
}
