// Trying to find google/veo-3 should fall back, since google/veo-3 is off.
pub fn resolve(ids: &[&str]) -> bool {
    println!("Only veo-3.1-fast takes references, see veo-3.1-fast.md");
    ids.contains(&"google/veo-3") || MODEL == "x"
}
const MODEL: &str = "veo-3.1-fast";
