namespace Acme.Media;

/// <summary>Settings bound from appsettings.json; e.g. "veo-3.1-generate-001".</summary>
public static class VeoIds
{
    public const string Standard = "veo-3.1-generate-001";
    public const string Fast = "veo-3.1-fast-generate-001";

    public static readonly string[] All = { Standard, Fast, "veo-2.0-generate-001" };

    public static decimal Price(string id) => id switch
    {
        "veo-3.1-generate-001" => 0.40m,
        "veo-3.1-fast-generate-001" => 0.10m,
        _ => throw new ArgumentOutOfRangeException(nameof(id)),
    };
}
