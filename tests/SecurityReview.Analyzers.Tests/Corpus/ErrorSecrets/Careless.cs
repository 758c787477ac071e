using ErrorSecrets.Support;
using System.Diagnostics;
using System.Text.Json;

namespace ErrorSecrets.Careless;

public class Credentials { public string User { get; set; } public string Password { get; set; } }

public class PaymentRequest { public string CardNumber { get; set; } public string Cvv { get; set; } public decimal Amount { get; set; } }

public class GatewayException : Exception { public GatewayException(string message) : base(message) { } }

public class Gateway(ILogger<Gateway> log, IConfiguration config, HttpClient2 http)
{
    public void Login(string user, string pwd)
    {
        if (pwd.Length < 8)
            throw new GatewayException("Login of " + user + " with " + pwd + " refused"); // expect SECR2005
        log.LogDebug("{User} uses {Pwd}", user, pwd); // expect SECR2006
    }

    public void Refresh(string refreshToken)
    {
        var message = $"Token {refreshToken} has expired";
        log.LogWarning(message); // expect SECR2006
        throw new InvalidOperationException(message); // expect SECR2005
    }

    public void Pay(PaymentRequest payment)
    {
        log.LogInformation("Paying {Amount} with {Card}", payment.Amount, payment.CardNumber); // expect SECR2006
        log.LogTrace("Request: {@Payment}", payment); // expect SECR2006
        if (payment.Amount < 0)
            throw new ArgumentException(string.Format("No payment with {0}/{1}", payment.CardNumber, payment.Cvv), nameof(payment)); // expect SECR2005
    }

    public void Connect()
    {
        var connectionString = config.GetConnectionString("gateway");
        log.LogInformation("Connecting to " + connectionString); // expect SECR2006
        if (!http.IsOpen)
            throw new TimeoutException($"{http.Name} did not answer at {connectionString}"); // expect SECR2005
    }

    public void Start()
    {
        Console.WriteLine("smtp password: {0}", config["Smtp:Password"]); // expect SECR2006
        Trace.TraceInformation($"client secret {config["Auth:ClientSecret"]}"); // expect SECR2006
        Activity.Current?.SetTag("gateway.api_key", config["Gateway:ApiKey"]); // expect SECR2006
    }

    public void Dump(Credentials credentials) => log.LogTrace("{Body}", JsonSerializer.Serialize(credentials)); // expect SECR2006

    public IDisposable Scope(string apiKey) => Serilog.Context.LogContext.PushProperty("ApiKey", apiKey); // expect SECR2006

    public void Old(NLog.ILogger nlog, log4net.ILog log4, Credentials c)
    {
        nlog.Debug("sign-in {0}:{1}", c.User, c.Password); // expect SECR2006
        log4.DebugFormat("sign-in {0}:{1}", c.User, c.Password); // expect SECR2006
        log4.Error("sign-in failed, password was '" + c.Password + "'", new Exception()); // expect SECR2006
    }
}

[ApiController, Route("search")]
public class SearchController(ILogger<SearchController> logger, Serilog.ILogger serilog) : ControllerBase
{
    [HttpGet]
    public IActionResult Get([FromQuery] string q, [FromHeader(Name = "X-Client")] string client)
    {
        logger.LogInformation($"Search for '{q}'"); // expect SECR2007
        serilog.Information("Client " + client + " searches"); // expect SECR2007
        using var scope = logger.BeginScope("Search of " + client); // none: the state of a scope
        var line = string.Format("{0} -> {1}", client, q.Trim());
        logger.LogDebug(line); // expect SECR2007
        Note(q);
        return Ok();
    }

    [HttpPost]
    public async Task<IActionResult> Post()
    {
        using var reader = new StreamReader(Request.Body);
        var body = await reader.ReadToEndAsync();
        logger.LogError(new InvalidDataException(), "Bad body: " + body); // expect SECR2007
        logger.LogInformation("From " + Request.Headers.UserAgent); // expect SECR2007
        return Accepted();
    }

    private void Note(string text) => logger.LogTrace($"noted {text}"); // expect SECR2007
}
