// A decorator writes what passes through it to an audit table.
namespace Shop.Decorators;

public interface IMailer
{
    Task SendAsync(string address, string subject);
}

public sealed class SmtpMailer : IMailer
{
    public Task SendAsync(string address, string subject) => Task.CompletedTask;
}

public sealed class AuditedMailer(IMailer inner, SqliteConnection connection) : IMailer
{
    public async Task SendAsync(string address, string subject)
    {
        await inner.SendAsync(address, subject);
        var entry = Describe(address, subject);
        await connection.ExecuteAsync("INSERT INTO Audit (Entry) VALUES ('" + entry + "')"); // reported
    }

    private static string Describe(string address, string subject) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"mail to {address}: {subject.Length}");
}

public class MailController(IMailer mailer) : ControllerBase
{
    [HttpPost("mail")]
    public Task Post([FromForm] string address, [FromForm] string subject) => mailer.SendAsync(address, subject);
}
//// good twin
// The decorator writes the number of letters only.
namespace Shop.Decorators;

public interface IMailer
{
    Task SendAsync(string address, string subject);
}

public sealed class SmtpMailer : IMailer
{
    public Task SendAsync(string address, string subject) => Task.CompletedTask;
}

public sealed class AuditedMailer(IMailer inner, SqliteConnection connection) : IMailer
{
    public async Task SendAsync(string address, string subject)
    {
        await inner.SendAsync(address, subject);
        var entry = Describe(address, subject);
        await connection.ExecuteAsync("INSERT INTO Audit (Entry) VALUES ('" + entry + "')");
    }

    private static string Describe(string address, string subject) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"mail to {address.Length}: {subject.Length}");
}

public class MailController(IMailer mailer) : ControllerBase
{
    [HttpPost("mail")]
    public Task Post([FromForm] string address, [FromForm] string subject) => mailer.SendAsync(address, subject);
}
