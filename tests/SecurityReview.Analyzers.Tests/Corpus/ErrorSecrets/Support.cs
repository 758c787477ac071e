namespace ErrorSecrets.Support
{
    public class HttpClient2 { public bool IsOpen { get; set; } public string Name { get; set; } }
}
