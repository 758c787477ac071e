// A publisher hands an event to all handlers of its type, and one of them composes.
public sealed record UserRenamed(int Id, string Name);

public interface INotificationHandler<in T>
{
    void Handle(T notification);
}

public sealed class Publisher(IServiceProvider services)
{
    public void Publish<T>(T notification)
    {
        var handlers = (IEnumerable<INotificationHandler<T>>)services.GetService(typeof(IEnumerable<INotificationHandler<T>>))!;
        foreach (var handler in handlers)
            handler.Handle(notification);
    }
}
//// file
public sealed class LogHandler : INotificationHandler<UserRenamed>
{
    public void Handle(UserRenamed notification) => Console.WriteLine(notification.Id);
}

public sealed class HistoryHandler(SqliteConnection connection) : INotificationHandler<UserRenamed>
{
    public void Handle(UserRenamed notification)
    {
        var text = "User " + notification.Id + " is " + notification.Name;
        connection.Execute("INSERT INTO History (Text) VALUES ('" + text + "')"); // reported
    }
}
//// file
public class UsersController(Publisher publisher) : ControllerBase
{
    [HttpPut("users/{id:int}/name")]
    public IActionResult Rename(int id, [FromBody] string name)
    {
        publisher.Publish(new UserRenamed(id, name));
        return NoContent();
    }
}
//// good twin
// The handler composes the number of the event and leaves its name out.
public sealed record UserRenamed(int Id, string Name);

public interface INotificationHandler<in T>
{
    void Handle(T notification);
}

public sealed class Publisher(IServiceProvider services)
{
    public void Publish<T>(T notification)
    {
        var handlers = (IEnumerable<INotificationHandler<T>>)services.GetService(typeof(IEnumerable<INotificationHandler<T>>))!;
        foreach (var handler in handlers)
            handler.Handle(notification);
    }
}
//// file
public sealed class LogHandler : INotificationHandler<UserRenamed>
{
    public void Handle(UserRenamed notification) => Console.WriteLine(notification.Id);
}

public sealed class HistoryHandler(SqliteConnection connection) : INotificationHandler<UserRenamed>
{
    public void Handle(UserRenamed notification)
    {
        var text = "User " + notification.Id + " is renamed";
        connection.Execute("INSERT INTO History (Text) VALUES ('" + text + "')");
    }
}
//// file
public class UsersController(Publisher publisher) : ControllerBase
{
    [HttpPut("users/{id:int}/name")]
    public IActionResult Rename(int id, [FromBody] string name)
    {
        publisher.Publish(new UserRenamed(id, name));
        return NoContent();
    }
}
