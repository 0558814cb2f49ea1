export const en = {
  'models.veo3.title': 'Veo 3',
  'models.veo3_fast.title': 'Veo 3 Fast',
  'models.veo31Fast.hint': 'Veo 3.1 Fast is quick',
  'price.veo-3.1-fast.label': 'from 10 cents',
  veo3: 'Veo 3',
  heading: 'Create with Veo 3.1 today',
  alt: 'A sample made by Veo 3.1 Fast',
};

export const label = (t) => t('models.veo3.title') + t('studio:veo3_fast.label');
