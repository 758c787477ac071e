namespace QuotaService;

/// <summary>Tells whoever started the service on a terminal what to try first.</summary>
public static class StartupHint
{
    public static void Write(ICollection<string> urls)
    {
        var url = urls.FirstOrDefault() ?? "http://localhost:5080";

        Console.WriteLine("QuotaService is up. The demo keys are in README.md; try:");
        Console.WriteLine($"  curl {url}/health");
        Console.WriteLine($"  curl -H 'Authorization: Bearer <demo key>' {url}/projects/orchid/quota");
    }
}
