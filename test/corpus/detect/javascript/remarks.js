// veo3_fast is the default, veo3.1-lite the cheap one; Veo 3 is a name for people.
// The catalogue has `kling-master`, `veo3-fast` and others.
/* "veo3_quality" costs more, see ./veo3_fast/README and the veo3_fast folder */
export const nothing = 0;
