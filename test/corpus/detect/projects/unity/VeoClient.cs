using UnityEngine;

public class VeoClient : MonoBehaviour
{
    [SerializeField] private string model = "veo-3.0-fast-generate-001";
    [Tooltip("e.g. veo-3.1-generate-preview")] public string best = "veo-3.1-generate-preview";
    [Header("Veo 3")] public string folder = "Assets/Veo3";

    private const string Url = "https://generativelanguage.googleapis.com/v1beta/models/{0}:predictLongRunning";
    // private const string Old = "veo-2.0-generate-001";

    private string Body(string prompt) =>
        "{\"model\":\"models/veo-3.0-fast-generate-001\",\"prompt\":\"" + prompt + "\",\"file\":\"veo3.mp4\"}";
}
