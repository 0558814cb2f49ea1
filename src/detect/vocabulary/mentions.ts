// Words around a spelling that prose sets apart, by which it names a folder or a command instead of a model. Data only.

const THINGS =
  'folder|folders|directory|dir|package|branch|module|command|cli|binary|script|repo|repository|skill|target|scheme|flag|table|column|tag|field|page|route|tab|tool|namespace|crate|plugin|file|class|function|method|variable|prefix|substring|container|image|service|workspace|queue|bucket|channel';

/** What follows a name of one of the program's own things (`veo3` folder). */
export const NAMED_THING = new RegExp(String.raw`^["'\`*]*\s+(?:${THINGS})\b`, 'i');

/** What stands before such a name (folder `veo3`, run `veo3`). */
export const NAMING_WORD = new RegExp(
  String.raw`\b(?:${THINGS}|runs?|running|install|import|imports|starts? with|starting with|begins? with|contains?|containing|includes?)\s+[*_"'\`(]*$`,
  'i',
);

/** Elements whose text is a title for people. */
export const TITLE_TAG = /<(?:h[1-6]|title|a|nav|button|label|figcaption|legend|summary)\b[^<>]*>\s*$/i;

/** Folders of a project: a spelling behind one is a folder or a file as well. */
export const PROJECT_FOLDER =
  /^(?:src|docs?|apps?|lib|libs|packages?|components?|prompts?|skills?|examples?|assets?|pages?|public|scripts?|tests?|server|tools?|agents?|data|images?|videos?|static|content|blog|templates?|features?|modules?|services?|providers?|routes?|hooks?|utils?|config|configs|styles|node_modules|dist|build|out|output|outputs|results?|feature|fix|feat|chore|release|posts?|guides?|recipes?|workflows?|references?)$/i;
