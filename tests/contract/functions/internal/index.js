// Phones may not call this one; functions may.
exports.main = async () => ({ reached: true });
