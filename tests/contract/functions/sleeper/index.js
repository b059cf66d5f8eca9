// Takes its time, and says what the clock said before and after.
exports.main = async ({ ms = 0 }) => {
  const before = Date.now();
  await new Promise((resolve) => setTimeout(resolve, ms));
  return { before, after: Date.now(), pid: process.pid };
};
