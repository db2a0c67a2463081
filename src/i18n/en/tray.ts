export default {
  name: 'My list',
  add: 'Add to my list',
  remove: 'Remove from my list',
  removeShort: 'Remove',
  compare: 'Compare',
  choice: 'Make my choice sheet',
  clear: 'Empty the list',
  hintOne: 'Pick one more to compare.',
  hintMany: (max: string) => `You can compare ${max} at a time. You choose them on the next page.`,
  hintFull: (max: string) => `The list is full. There is room for ${max}.`,
};
