// No config.json of its own: WeChat's 3 seconds hold.
exports.main = async ({ ms = 0 }) => {
  await new Promise((resolve) => setTimeout(resolve, ms));
  return { ms };
};
