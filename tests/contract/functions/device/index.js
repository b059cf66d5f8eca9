// What the HTTP access service hands over, and every kind of answer.
const answers = {
  plain: (event) => event,
  status: () => ({
    statusCode: 201,
    headers: { 'x-meter': 'yes', 'content-type': 'text/plain' },
    body: 'created',
  }),
  binary: () => ({
    statusCode: 200,
    isBase64Encoded: true,
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from([0, 1, 254, 255]).toString('base64'),
  }),
  text: () => 'just a text',
  fail: () => {
    throw new Error('the meter is broken');
  },
};

exports.main = async (event) => answers[event.queryStringParameters?.answer ?? 'plain'](event);
