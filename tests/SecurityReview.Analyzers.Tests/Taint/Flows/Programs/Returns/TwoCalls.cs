// A hub method gets the value back from two calls.
using Microsoft.AspNetCore.SignalR;

public class ChatHub(SqliteConnection connection) : Hub
{
    public async Task<IEnumerable<string>> History(string room, int count)
    {
        var name = Rooms.Full(room);
        return await connection.QueryAsync<string>("SELECT Text FROM Messages WHERE Room = '" + name + "' LIMIT " + count); // reported
    }
}
//// file
public static class Rooms
{
    public static string Full(string room)
    {
        if (room.Contains('/'))
            return room;
        return Area(room) + "/main";
    }

    private static string Area(string room) => room.Trim('/').ToLowerInvariant();
}
//// good twin
// A hub method gets one of several constants back from two calls.
using Microsoft.AspNetCore.SignalR;

public class ChatHub(SqliteConnection connection) : Hub
{
    public async Task<IEnumerable<string>> History(string room, int count)
    {
        var name = Rooms.Full(room);
        return await connection.QueryAsync<string>("SELECT Text FROM Messages WHERE Room = '" + name + "' LIMIT " + count);
    }
}
//// file
public static class Rooms
{
    public static string Full(string room)
    {
        if (room.Contains('/'))
            return "lobby/side";
        return Area(room) + "/main";
    }

    private static string Area(string room) => room.Trim('/') == "staff" ? "staff" : "lobby";
}
