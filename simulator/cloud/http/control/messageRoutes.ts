import { z } from 'zod';
import type { OpenApiService } from '../../openapi/service';
import { type ControlRoute, controlRoute } from './route';

const suggest = z.enum(['pass', 'review', 'risky']);

/** Subscription messages with their consents, and content checks with their verdicts. */
export function messageRoutes(openapi: OpenApiService): ControlRoute[] {
  return [...consentRoutes(openapi), ...securityRoutes(openapi)];
}

function consentRoutes({ messages, settings }: OpenApiService): ControlRoute[] {
  return [
    controlRoute({
      method: 'GET',
      path: '/control/messages',
      summary: 'delivered subscription messages: ?openid=&after=<id>&limit=',
      input: z.strictObject({
        openid: z.string().optional(),
        after: z.coerce.number().int().nonnegative().optional(),
        limit: z.coerce.number().int().positive().max(1000).optional(),
      }),
      run: ({ input }) => ({ messages: messages.delivered(input) }),
    }),
    controlRoute({
      method: 'GET',
      path: '/control/consents/:openid/:templateId',
      summary: 'how many messages of a template may still be sent to a user',
      run: ({ params: { openid = '', templateId = '' } }) => ({
        remaining: messages.remaining(openid, templateId),
      }),
    }),
    controlRoute({
      method: 'POST',
      path: '/control/consents/:openid',
      summary: 'the user answers a request: {<templateId>: accept | reject | always | never}',
      input: z.record(z.string(), z.string()),
      run: ({ params: { openid = '' }, input }) => messages.answer(openid, input),
    }),
    controlRoute({
      method: 'PUT',
      path: '/control/consents/:openid/switch',
      summary: "the user's main switch for subscription messages {on}",
      input: z.strictObject({ on: z.boolean() }),
      run: ({ params: { openid = '' }, input }) => messages.setMainSwitch(openid, input.on),
    }),
    controlRoute({
      method: 'POST',
      path: '/control/consents/:openid/:templateId/refuse',
      summary: 'the user refuses a template from a received message; the change event is pushed',
      run: ({ params: { openid = '', templateId = '' } }) => messages.refuse(openid, templateId),
    }),
    controlRoute({
      method: 'PUT',
      path: '/control/messages/banned',
      summary: 'templates that may not be sent (43107); `*` bans all: {templateIds}',
      input: z.strictObject({ templateIds: z.array(z.string()) }),
      run: ({ input }) => settings.set('banned', input.templateIds),
    }),
  ];
}

function securityRoutes({ media, settings }: OpenApiService): ControlRoute[] {
  return [
    controlRoute({
      method: 'GET',
      path: '/control/security',
      summary: 'words the content check knows, the verdict on media, the checks made',
      run: () => ({ words: settings.get('words'), media: settings.get('media'), checks: media.list() }),
    }),
    controlRoute({
      method: 'PUT',
      path: '/control/security/words',
      summary: 'words and their verdicts: {words: [{text, suggest, label}]}',
      input: z.strictObject({
        words: z.array(z.strictObject({ text: z.string().min(1), suggest, label: z.number().int() })),
      }),
      run: ({ input }) => settings.set('words', input.words),
    }),
    controlRoute({
      method: 'PUT',
      path: '/control/security/media',
      summary:
        'the verdict on media {suggest, label, delay} and how much later it comes, in milliseconds of business time',
      input: z.strictObject({
        suggest,
        label: z.number().int().default(100),
        delay: z.number().int().nonnegative().default(5000),
      }),
      run: ({ input }) => settings.set('media', input),
    }),
    controlRoute({
      method: 'POST',
      path: '/control/security/media/:traceId',
      summary: 'end a pending media check now: {suggest, label}',
      input: z.strictObject({ suggest, label: z.number().int().default(100) }),
      run: ({ params: { traceId = '' }, input }) => media.decide(traceId, input.suggest, input.label),
    }),
  ];
}
