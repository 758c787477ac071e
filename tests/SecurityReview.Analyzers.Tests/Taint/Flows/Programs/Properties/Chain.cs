// Properties of three classes refer to each other, down to a member of the body.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped(_ => new SqliteConnection("Data Source=desk.db"));
var app = builder.Build();
app.MapPost("/desks", (DeskForm form, SqliteConnection connection) =>
{
    var view = new DeskView(form);
    using var command = new SqliteCommand("SELECT Id FROM Desks WHERE Zone = '" + view.Row.Zone + "'", connection); // reported
    return new { view.Row.Number, id = command.ExecuteScalar() };
});
app.Run();

public record DeskForm(string Zone, int Number);

public class DeskRow(DeskForm form)
{
    public string Zone => form.Zone.Trim();

    public int Number => form.Number;
}

public class DeskView(DeskForm form)
{
    private readonly DeskRow _row = new(form);

    public DeskRow Row => _row;
}
//// good twin
// The property that goes into the text is a number.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped(_ => new SqliteConnection("Data Source=desk.db"));
var app = builder.Build();
app.MapPost("/desks", (DeskForm form, SqliteConnection connection) =>
{
    var view = new DeskView(form);
    using var command = new SqliteCommand("SELECT Id FROM Desks WHERE Number = " + view.Row.Number, connection);
    return new { view.Row.Zone, id = command.ExecuteScalar() };
});
app.Run();

public record DeskForm(string Zone, int Number);

public class DeskRow(DeskForm form)
{
    public string Zone => form.Zone.Trim();

    public int Number => form.Number;
}

public class DeskView(DeskForm form)
{
    private readonly DeskRow _row = new(form);

    public DeskRow Row => _row;
}
