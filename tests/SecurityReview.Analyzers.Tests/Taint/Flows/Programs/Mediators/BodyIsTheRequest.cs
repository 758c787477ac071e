// The body of an endpoint is the request that a dispatcher hands to its handler.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped(_ => new SqliteConnection("Data Source=rent.db"));
builder.Services.AddScoped<ICommandHandler<RenameCar>, RenameCarHandler>();
builder.Services.AddScoped<Dispatcher>();
var app = builder.Build();
app.MapPost("/cars/rename", (RenameCar command, Dispatcher dispatcher) => dispatcher.Dispatch(command));
app.Run();
//// file
public interface ICommandHandler<in TCommand>
{
    int Handle(TCommand command);
}

public sealed class Dispatcher(IServiceProvider services)
{
    public int Dispatch<TCommand>(TCommand command)
        where TCommand : notnull
    {
        var handler = (ICommandHandler<TCommand>)services.GetService(typeof(ICommandHandler<TCommand>))!;
        return handler.Handle(command);
    }
}
//// file
public sealed record RenameCar(int Id, string Name);

public sealed class RenameCarHandler(SqliteConnection connection) : ICommandHandler<RenameCar>
{
    public int Handle(RenameCar command)
    {
        var sql = "UPDATE Cars SET Name = '" + command.Name + "' WHERE Id = " + command.Id;
        return connection.Execute(sql, command); // reported
    }
}
//// good twin
// The name in the body is bound, and only the number goes into the text.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped(_ => new SqliteConnection("Data Source=rent.db"));
builder.Services.AddScoped<ICommandHandler<RenameCar>, RenameCarHandler>();
builder.Services.AddScoped<Dispatcher>();
var app = builder.Build();
app.MapPost("/cars/rename", (RenameCar command, Dispatcher dispatcher) => dispatcher.Dispatch(command));
app.Run();
//// file
public interface ICommandHandler<in TCommand>
{
    int Handle(TCommand command);
}

public sealed class Dispatcher(IServiceProvider services)
{
    public int Dispatch<TCommand>(TCommand command)
        where TCommand : notnull
    {
        var handler = (ICommandHandler<TCommand>)services.GetService(typeof(ICommandHandler<TCommand>))!;
        return handler.Handle(command);
    }
}
//// file
public sealed record RenameCar(int Id, string Name);

public sealed class RenameCarHandler(SqliteConnection connection) : ICommandHandler<RenameCar>
{
    public int Handle(RenameCar command)
    {
        var sql = "UPDATE Cars SET Name = @Name WHERE Id = " + command.Id;
        return connection.Execute(sql, command);
    }
}
