export default definePageConfig({ navigationBarTitleText: '账单批次', enablePullDownRefresh: true });
