// A command is validated, wrapped and handled behind a generic interface.
namespace Shop.Commands;

public sealed record RenameProduct(int Id, string Name);

public interface ICommandHandler<in TCommand>
{
    Task HandleAsync(TCommand command, CancellationToken cancellation);
}

public sealed class LoggingHandler<TCommand>(ICommandHandler<TCommand> inner) : ICommandHandler<TCommand>
{
    public int Handled { get; private set; }

    public async Task HandleAsync(TCommand command, CancellationToken cancellation)
    {
        Handled++;
        await inner.HandleAsync(command, cancellation);
    }
}

public sealed class RenameProductHandler(SqliteConnection connection) : ICommandHandler<RenameProduct>
{
    public Task HandleAsync(RenameProduct command, CancellationToken cancellation) =>
        connection.ExecuteAsync($"UPDATE Products SET Name = '{command.Name}' WHERE Id = {command.Id}", command); // reported
}

[ApiController]
public class ProductsController(ICommandHandler<RenameProduct> handler) : ControllerBase
{
    [HttpPut("products/{id:int}/name")]
    public async Task<IActionResult> Rename(int id, [FromBody] string name, CancellationToken cancellation)
    {
        await handler.HandleAsync(new RenameProduct(id, name), cancellation);
        return NoContent();
    }
}
//// good twin
// The handler composes the number of the command.
namespace Shop.Commands;

public sealed record RenameProduct(int Id, string Name);

public interface ICommandHandler<in TCommand>
{
    Task HandleAsync(TCommand command, CancellationToken cancellation);
}

public sealed class LoggingHandler<TCommand>(ICommandHandler<TCommand> inner) : ICommandHandler<TCommand>
{
    public int Handled { get; private set; }

    public async Task HandleAsync(TCommand command, CancellationToken cancellation)
    {
        Handled++;
        await inner.HandleAsync(command, cancellation);
    }
}

public sealed class RenameProductHandler(SqliteConnection connection) : ICommandHandler<RenameProduct>
{
    public Task HandleAsync(RenameProduct command, CancellationToken cancellation) =>
        connection.ExecuteAsync($"UPDATE Products SET Name = @Name WHERE Id = {command.Id}", command);
}

[ApiController]
public class ProductsController(ICommandHandler<RenameProduct> handler) : ControllerBase
{
    [HttpPut("products/{id:int}/name")]
    public async Task<IActionResult> Rename(int id, [FromBody] string name, CancellationToken cancellation)
    {
        await handler.HandleAsync(new RenameProduct(id, name), cancellation);
        return NoContent();
    }
}
