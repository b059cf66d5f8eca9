import { z } from 'zod';
import { type ControlRoute, controlRoute } from '../../cloud/http/control/route';
import type { Phones } from './phones';

/** A tapped subscription message. [doc: 场景值] */
const messageScene = 1014;
const place = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracy: z.number().positive().default(8),
});
const openid = z.strictObject({ openid: z.string().min(1) });

/** The phones of the control page: which there are, and what is done to each from outside. */
export function phoneRoutes(phones: Phones): ControlRoute[] {
  return [...listRoutes(phones), ...settingRoutes(phones), ...actionRoutes(phones)];
}

function listRoutes(phones: Phones): ControlRoute[] {
  return [
    controlRoute({
      method: 'GET',
      path: '/phones',
      summary: 'the phones, in their order',
      run: async () => ({ phones: await phones.views() }),
    }),
    controlRoute({
      method: 'GET',
      path: '/cards',
      summary: 'cards that were sent to chats: ?after=<id>',
      input: z.strictObject({ after: z.coerce.number().int().nonnegative().default(0) }),
      run: ({ input }) => ({ cards: phones.cards.after(input.after) }),
    }),
    controlRoute({
      method: 'POST',
      path: '/phones',
      summary: 'one more phone, of {openid}',
      input: openid,
      run: ({ input }) => phones.add(input.openid),
    }),
    controlRoute({
      method: 'DELETE',
      path: '/phones/:id',
      summary: 'take a phone away',
      run: ({ params: { id = '' } }) => phones.remove(id),
    }),
    controlRoute({
      method: 'PUT',
      path: '/phones/:id/user',
      summary: "put {openid}'s phone in its place; if it is here already, the two change places",
      input: openid,
      run: ({ params: { id = '' }, input }) => phones.change(id, input.openid),
    }),
  ];
}

function settingRoutes(phones: Phones): ControlRoute[] {
  return [
    controlRoute({
      method: 'PUT',
      path: '/phones/:id/network',
      summary: 'its network {network}: online, slow, offline',
      input: z.strictObject({ network: z.enum(['online', 'slow', 'offline']) }),
      run: ({ params: { id = '' }, input }) => phones.get(id).setNetwork(input.network),
    }),
    controlRoute({
      method: 'PUT',
      path: '/phones/:id/fontSize',
      summary: 'its text size {size}: standard, large, extraLarge',
      input: z.strictObject({ size: z.enum(['standard', 'large', 'extraLarge']) }),
      run: ({ params: { id = '' }, input }) => phones.get(id).setFontSize(input.size),
    }),
    controlRoute({
      method: 'PUT',
      path: '/phones/:id/theme',
      summary: 'its look {theme}: light, dark',
      input: z.strictObject({ theme: z.enum(['light', 'dark']) }),
      run: ({ params: { id = '' }, input }) => phones.get(id).setTheme(input.theme),
    }),
    controlRoute({
      method: 'PUT',
      path: '/phones/:id/location',
      summary: 'where it is: {latitude, longitude} in degrees of GCJ-02, {accuracy} in metres',
      input: place,
      run: ({ params: { id = '' }, input }) => phones.get(id).setLocation(input),
    }),
    controlRoute({
      method: 'PUT',
      path: '/phones/:id/walk',
      summary: 'play a recorded walk by business time {name, points: [{latitude, longitude, accuracy, at}]}',
      input: z.strictObject({ name: z.string(), points: z.array(place.extend({ at: z.number() })).min(2) }),
      run: ({ params: { id = '' }, input }) => phones.get(id).walk(input),
    }),
    controlRoute({
      method: 'DELETE',
      path: '/phones/:id/walk',
      summary: 'end the walk where it is',
      run: ({ params: { id = '' } }) => phones.get(id).walk(undefined),
    }),
    controlRoute({
      method: 'PUT',
      path: '/phones/:id/hidden',
      summary: 'put its mini-program in the background or back to the front {hidden}',
      input: z.strictObject({ hidden: z.boolean() }),
      run: ({ params: { id = '' }, input }) => phones.get(id).setHidden(input.hidden),
    }),
  ];
}

function actionRoutes(phones: Phones): ControlRoute[] {
  return [
    controlRoute({
      method: 'POST',
      path: '/phones/:id/scan',
      summary: 'what its scanner finds {result}: now if it is open, else when it opens next',
      input: z.strictObject({ result: z.string().min(1).max(4096) }),
      run: ({ params: { id = '' }, input }) => phones.get(id).scan(input.result),
    }),
    controlRoute({
      method: 'POST',
      path: '/phones/:id/open',
      summary: 'open the page {path} as a tapped message does, or by another {scene}',
      input: z.strictObject({ path: z.string().min(1), scene: z.number().int().default(messageScene) }),
      run: ({ params: { id = '' }, input }) => phones.get(id).open(input.path, input.scene),
    }),
    controlRoute({
      method: 'GET',
      path: '/phones/:id/wxml',
      summary: 'the page on top, as wxml',
      run: async ({ params: { id = '' } }) => ({ wxml: await phones.get(id).commands.wxml() }),
    }),
    controlRoute({
      method: 'GET',
      path: '/phones/:id/audits',
      summary: 'what was gathered since it was loaded, against the limits of the experience score',
      run: async ({ params: { id = '' } }) => ({ judgements: await phones.get(id).commands.audits() }),
    }),
    controlRoute({
      method: 'GET',
      path: '/phones/:id/screenshot',
      summary: 'its screen as a PNG',
      run: async ({ params: { id = '' }, reply }) =>
        reply.type('image/png').send(await phones.get(id).commands.picture()),
    }),
    controlRoute({
      method: 'POST',
      path: '/phones/:id/pay',
      summary: 'what its owner does with the open wallet {choice}: pay, cancel, wrongPassword',
      input: z.strictObject({ choice: z.enum(['pay', 'cancel', 'wrongPassword']) }),
      run: ({ params: { id = '' }, input }) => phones.get(id).commands.pay(input.choice),
    }),
  ];
}
