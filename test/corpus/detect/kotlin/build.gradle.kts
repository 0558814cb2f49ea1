plugins { id("com.android.application") }

android {
    namespace = "com.example.veo3"
    defaultConfig {
        // veo-3.0-generate-preview until June
        buildConfigField("String", "VEO_MODEL", "\"veo-3.0-generate-001\"")
        buildConfigField("String", "KIE_MODEL", "\"veo3_fast\"")
    }
}
dependencies { implementation("com.example:veo3-client:3.1.0") }
