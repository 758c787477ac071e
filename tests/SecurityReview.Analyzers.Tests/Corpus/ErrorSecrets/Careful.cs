using System.Security.Cryptography;

namespace ErrorSecrets.Careful;

public class Account { public string Name { get; set; } public string PasswordHash { get; set; } public DateTime PasswordChangedAt { get; set; } public string ApiKeyId { get; set; } }

public class Accounts(ILogger<Accounts> log, IConfiguration config)
{
    private const int MinPasswordLength = 12;

    public void Register(string name, string password, CancellationToken token)
    {
        if (string.IsNullOrEmpty(password))
            throw new ArgumentException("A password is needed.", nameof(password));
        if (password.Length < MinPasswordLength)
            throw new ArgumentException($"The {nameof(password)} needs {MinPasswordLength} letters, not {password.Length}.");
        log.LogInformation("{Name} has a password of {Length} letters, {Cancelled}", name, password.Length, token.IsCancellationRequested);
    }

    public void Connect(string connectionStringName)
    {
        var connectionString = config.GetConnectionString(connectionStringName);
        if (connectionString is null)
            throw new InvalidOperationException($"Connection string '{connectionStringName}' is missing.");
        var server = new DbConnectionStringBuilder { ConnectionString = connectionString }["Server"];
        log.LogInformation("Connecting to {Server}", server);
    }

    public void Call(string apiKey, string accessToken)
    {
        log.LogDebug("Key {Key}, token {Token}", Mask(apiKey), Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(accessToken)))[..8]);
        log.LogDebug("Has key: {HasKey}, same: {Same}", apiKey is not null, apiKey == accessToken);
        Console.WriteLine($"Last four: {apiKey.Substring(apiKey.Length - 4)}");
    }

    public void Show(Account account)
    {
        log.LogInformation("{Name} changed the password at {When}, key {KeyId}", account.Name, account.PasswordChangedAt, account.ApiKeyId);
        log.LogWarning("Wrong password for {Name}, reset token was sent", account.Name);
    }

    private static string Mask(string text) => text.Length < 8 ? "***" : text[..2] + "***";
}

[ApiController, Route("lookup")]
public class LookupController(ILogger<LookupController> logger) : ControllerBase
{
    private static readonly string[] s_kinds = { "book", "film" };

    [HttpGet("{id:int}")]
    public IActionResult Get(int id, [FromQuery] string q, [FromQuery] string kind, [FromQuery] Guid session)
    {
        logger.LogInformation("Search for {Query} by {Session}", q, session);
        logger.LogInformation($"Lookup {id} in {session:N}");
        if (s_kinds.Contains(kind))
            logger.LogInformation("Kind " + kind);
        logger.LogInformation("Clean " + q.Replace("\n", "").Replace("\r", ""));
        logger.LogInformation($"Took {Environment.TickCount64} ms on {Environment.MachineName}");
        return Ok();
    }
}
