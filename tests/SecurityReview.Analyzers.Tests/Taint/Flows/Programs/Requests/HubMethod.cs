// A method of a SignalR hub gets its arguments from the client.
using Microsoft.AspNetCore.SignalR;

namespace Shop.Chat;

public record ChatMessage(string Room, string Text);

public class ChatHub(SqliteConnection connection) : Hub
{
    public async Task Send(ChatMessage message, int urgency)
    {
        var sql = $"INSERT INTO Chat (Urgency, Text) VALUES ({urgency}, '{message.Text}')";
        await connection.ExecuteAsync(sql); // reported
        await Clients.Group(message.Room).SendAsync("received", message.Text);
    }
}
//// good twin
// The text of the message is bound; the number is put into the statement.
using Microsoft.AspNetCore.SignalR;

namespace Shop.Chat;

public record ChatMessage(string Room, string Text);

public class ChatHub(SqliteConnection connection) : Hub
{
    public async Task Send(ChatMessage message, int urgency)
    {
        var sql = $"INSERT INTO Chat (Urgency, Text) VALUES ({urgency}, @Text)";
        await connection.ExecuteAsync(sql, new { message.Text });
        await Clients.Group(message.Room).SendAsync("received", message.Text);
    }
}
