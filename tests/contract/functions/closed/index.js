const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

// Calls one open interface and shows the answer or the refusal.
exports.main = async ({ api, request }) => {
  const [family, name] = api.split('.');
  try {
    const answer = await cloud.openapi[family][name](request);
    return { answer };
  } catch ({ errCode, errMsg }) {
    return { errCode, errMsg };
  }
};
