/// Makes a clip.
///
/// - `veo3.1`: the default
/// - "veo3_fast": cheap
///
/// Looks into the folder `veo3` first and runs `veo3` from there.
pub fn clip() {}
