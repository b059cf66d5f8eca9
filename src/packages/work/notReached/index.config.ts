export default definePageConfig({ navigationBarTitleText: '没通知到的人' });
