// An own mediator finds the handler of a request by its generic interface.
public class ClientsController(IMediator mediator) : ControllerBase
{
    [HttpGet("clients")]
    public async Task<IActionResult> Find(string name) => Ok(await mediator.SendAsync(new FindClients(name, "CH")));
}
//// file
public interface IRequest<TResponse>;

public interface IRequestHandler<in TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    Task<TResponse> HandleAsync(TRequest request);
}

public interface IMediator
{
    Task<TResponse> SendAsync<TResponse>(IRequest<TResponse> request);
}

public sealed class Mediator(IServiceProvider services) : IMediator
{
    public Task<TResponse> SendAsync<TResponse>(IRequest<TResponse> request)
    {
        var type = typeof(IRequestHandler<,>).MakeGenericType(request.GetType(), typeof(TResponse));
        dynamic handler = services.GetService(type)!;
        return handler.HandleAsync((dynamic)request);
    }
}
//// file
public sealed record FindClients(string Name, string Country) : IRequest<IEnumerable<int>>;

public sealed class FindClientsHandler(SqliteConnection connection) : IRequestHandler<FindClients, IEnumerable<int>>
{
    public async Task<IEnumerable<int>> HandleAsync(FindClients request)
    {
        var sql = $"SELECT Id FROM Clients WHERE Name = '{request.Name}' AND Country <> '{request.Country}'";
        return await connection.QueryAsync<int>(sql, request); // reported
    }
}
//// good twin
// The member of the request that is a constant goes into the text, the other one is bound.
public class ClientsController(IMediator mediator) : ControllerBase
{
    [HttpGet("clients")]
    public async Task<IActionResult> Find(string name) => Ok(await mediator.SendAsync(new FindClients(name, "CH")));
}
//// file
public interface IRequest<TResponse>;

public interface IRequestHandler<in TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    Task<TResponse> HandleAsync(TRequest request);
}

public interface IMediator
{
    Task<TResponse> SendAsync<TResponse>(IRequest<TResponse> request);
}

public sealed class Mediator(IServiceProvider services) : IMediator
{
    public Task<TResponse> SendAsync<TResponse>(IRequest<TResponse> request)
    {
        var type = typeof(IRequestHandler<,>).MakeGenericType(request.GetType(), typeof(TResponse));
        dynamic handler = services.GetService(type)!;
        return handler.HandleAsync((dynamic)request);
    }
}
//// file
public sealed record FindClients(string Name, string Country) : IRequest<IEnumerable<int>>;

public sealed class FindClientsHandler(SqliteConnection connection) : IRequestHandler<FindClients, IEnumerable<int>>
{
    public async Task<IEnumerable<int>> HandleAsync(FindClients request)
    {
        var sql = $"SELECT Id FROM Clients WHERE Name = @Name AND Country <> '{request.Country}'";
        return await connection.QueryAsync<int>(sql, request);
    }
}
