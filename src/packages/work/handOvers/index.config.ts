export default definePageConfig({ navigationBarTitleText: '交款签收', enablePullDownRefresh: true });
