const owner = 'doc._openid == auth.openid';
const closed = { read: false, write: false };

/** `database.json` of the contract's own little product. */
export const databaseFile = {
  collections: [
    {
      name: 'people',
      indexes: [
        { name: 'code_unique', keys: [{ field: 'code', direction: '1' }], unique: true },
        {
          name: 'age_name',
          keys: [
            { field: 'age', direction: '1' },
            { field: 'name', direction: '-1' },
          ],
        },
        { name: 'tags', keys: [{ field: 'tags', direction: '1' }] },
      ],
      rules: closed,
    },
    {
      name: 'bookings',
      indexes: [
        {
          name: 'room_day',
          keys: [
            { field: 'room', direction: '1' },
            { field: 'slot.day', direction: '1' },
          ],
          unique: true,
        },
      ],
      rules: closed,
    },
    {
      name: 'places',
      indexes: [{ name: 'location_geo', keys: [{ field: 'location', direction: '2dsphere' }] }],
      rules: closed,
    },
    { name: 'accounts', rules: closed },
    { name: 'notes', rules: { read: owner, write: owner } },
    { name: 'board', rules: { read: true, write: false } },
    { name: 'drafts', rules: { read: owner, create: true, update: owner, delete: false } },
    {
      name: 'tickets',
      rules: {
        read: `auth.openid == get(\`database.members.\${doc.member}\`).openid`,
        write: false,
      },
    },
    { name: 'members', rules: closed },
    { name: 'open', rules: { read: "doc.state == 'open' || doc.to == auth.openid", write: false } },
    { name: 'secret', rules: closed },
    ...['ticks', 'notices', 'events', 'settings'].map((name) => ({ name, rules: closed })),
  ],
};

export const onceTemplate = 'zR0Nl3xV2q7mKpT5sYc8wB1uDf6hJe9aGi4oXk_MtPs';
export const otherTemplate = 'bQ7sW2eR9tY4uI1oP6aS3dF8gH5jK0lZ-xCvBnM_qWe';

/** `environment.json`: what one sets by hand in the console. */
export const environmentFile = {
  functionRules: { '*': { invoke: 'auth != null' }, internal: { invoke: false } },
  storageRules: { read: 'resource.openid == auth.openid', write: 'resource.openid == auth.openid' },
  httpRoutes: [
    { path: '/device', function: 'device' },
    { path: '/device/meter', function: 'echo' },
  ],
  messagePush: [
    { msgType: 'event', event: 'subscribe_msg_event', function: 'events' },
    { msgType: 'event', event: 'wxa_media_check', function: 'events' },
  ],
  templates: [
    {
      id: onceTemplate,
      title: '工单状态提醒',
      type: 'once',
      fields: {
        thing1: '事项',
        time2: '时间',
        phrase3: '状态',
        number4: '数量',
        amount5: '金额',
        character_string6: '单号',
      },
    },
    { id: otherTemplate, title: '缴费提醒', type: 'once', fields: { name1: '姓名', date2: '日期' } },
  ],
};
