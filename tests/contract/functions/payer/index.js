const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

// Orders in the name of whoever calls, as a product's function does.
exports.main = async ({ api = 'unifiedOrder', request }) => cloud.cloudPay[api](request);
