// A cache shared by all requests keeps what one of them sends.
using System.Collections.Concurrent;

public class Preferences
{
    private readonly ConcurrentDictionary<string, string> _orders = new();
    private readonly ConcurrentDictionary<string, string> _themes = new();

    public void Keep(string user, string order, string theme)
    {
        _orders[user] = order;
        _themes[user] = theme;
    }

    public string OrderOf(string user) => _orders.GetOrAdd(user, "Name");
}

public class ContactsController(Preferences preferences, SqliteConnection connection) : ControllerBase
{
    [HttpPut("preferences")]
    public void Keep(string order, string theme) => preferences.Keep(User.Identity!.Name!, order, theme);

    [HttpGet("contacts")]
    public IActionResult List() =>
        Ok(connection.Query("SELECT * FROM Contacts ORDER BY " + preferences.OrderOf(User.Identity!.Name!))); // reported
}
//// file
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddSingleton<Preferences>();
builder.Services.AddScoped(_ => new SqliteConnection("Data Source=contacts.db"));
var app = builder.Build();
app.MapControllers();
app.Run();
//// good twin
// The cache that is asked keeps one of two constants.
using System.Collections.Concurrent;

public class Preferences
{
    private readonly ConcurrentDictionary<string, string> _orders = new();
    private readonly ConcurrentDictionary<string, string> _themes = new();

    public void Keep(string user, string order, string theme)
    {
        _orders[user] = order == "city" ? "City" : "Name";
        _themes[user] = theme;
    }

    public string OrderOf(string user) => _orders.GetOrAdd(user, "Name");
}

public class ContactsController(Preferences preferences, SqliteConnection connection) : ControllerBase
{
    [HttpPut("preferences")]
    public void Keep(string order, string theme) => preferences.Keep(User.Identity!.Name!, order, theme);

    [HttpGet("contacts")]
    public IActionResult List() =>
        Ok(connection.Query("SELECT * FROM Contacts ORDER BY " + preferences.OrderOf(User.Identity!.Name!)));
}
//// file
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddSingleton<Preferences>();
builder.Services.AddScoped(_ => new SqliteConnection("Data Source=contacts.db"));
var app = builder.Build();
app.MapControllers();
app.Run();
